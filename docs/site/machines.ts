import {headingOf} from './contents.ts';
import {fileOf, type Section} from './pages.ts';
import {leadOf} from './sections.ts';

/** The list of pages for language models, in the way of llmstxt.org: each with its Markdown's address and its first sentence. */
export function forMachines(
  sections: readonly Section[],
  pages: ReadonlyMap<string, string>,
  htmlOf: (path: string) => string,
): string {
  const line = (path: string) => {
    const title = headingOf(pages.get(path) ?? '').replaceAll('`', '');
    return `- [${title}](${fileOf(path).replace(/\.html$/, '.md')}): ${leadOf(htmlOf(path))}`;
  };
  const lists = sections.map(({title, pages}) => `## ${title}\n\n${pages.map(line).join('\n')}`);
  return `# rai-store

> A rewards store that a partner of a Returning.AI community puts on any page with one script tag: custom elements, a read-only gateway that
> keeps the API key, and an iframe channel for communities.

${lists.join('\n\n')}
`;
}
