import './parses-templates.ts';
import '../define/all.ts';
