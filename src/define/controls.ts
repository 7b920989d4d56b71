// What a shopper uses once there is something to see.
import './category-nav.ts';
import './finder.ts';
