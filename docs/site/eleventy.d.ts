/** The part of Eleventy's programmatic interface that the docs are built with; the package brings no types. */
declare module '@11ty/eleventy' {
  import type MarkdownIt from 'markdown-it';

  /** A page before it is rendered. */
  export interface Template {
    readonly inputPath: string;
    readonly fileSlug: string;
    /** Where it is found, from the site's root. */
    readonly url: string;
    /** Its Markdown. */
    readonly rawInput: string;
  }

  /** A page after it was written. */
  export interface Written {
    readonly inputPath: string;
    readonly url: string;
    readonly outputPath: string;
    readonly content: string;
  }

  export interface Configuration {
    readonly ignores: Set<string>;
    setInputDirectory(folder: string): void;
    setOutputDirectory(folder: string): void;
    setIncludesDirectory(folder: string): void;
    setTemplateFormats(formats: readonly string[]): void;
    setUseGitIgnore(use: boolean): void;
    addTemplate(path: string, content: string): void;
    addGlobalData(name: string, value: unknown): void;
    addPassthroughCopy(paths: Readonly<Record<string, string>>): void;
    addCollection(name: string, collect: (api: {getAll(): Template[]}) => unknown): void;
    amendLibrary(name: 'md', amend: (library: MarkdownIt) => void): void;
    on(event: 'eleventy.after', listen: (done: {readonly results: readonly Written[]}) => void): void;
  }

  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        readonly quietMode?: boolean;
        readonly configPath?: string;
        readonly config?: (configuration: Configuration) => object | void;
      },
    );
    write(): Promise<void>;
  }
}
