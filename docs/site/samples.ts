import MarkdownIt from 'markdown-it';

/** A piece of code in a page of the docs. */
export interface Sample {
  /** What it is written in, such as `html`; nothing for a drawing or an address. */
  readonly language: string;
  /** Whether the site shows it working below its code. */
  readonly isLive: boolean;
  readonly code: string;
  /** The line of the page that it begins in. */
  readonly line: number;
  /** Why nothing can run it, where its author has said so in a comment before it. */
  readonly notRun?: string | undefined;
}

const markdown = new MarkdownIt({html: true});

/** Every fenced block of a page, in its order. */
export function samplesIn(page: string): Sample[] {
  const tokens = markdown.parse(page, {});
  return tokens.flatMap((token, at): Sample[] => {
    if (token.type !== 'fence') return [];
    const [language = '', ...flags] = token.info.trim().split(/\s+/);
    const before = tokens[at - 1];
    const notRun = before?.type === 'html_block' ? /<!-- not run: (.+?) -->/s.exec(before.content) : null;
    return [
      {
        language,
        isLive: flags.includes('live'),
        code: token.content,
        line: (token.map?.[0] ?? 0) + 1,
        notRun: notRun?.[1],
      },
    ];
  });
}
