let sheet: CSSStyleSheet | undefined;

/** The frame fills its element, whose height is that of a screen of cards until the store tells its own. */
export function frameStyles(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :host { display: block; min-height: 720px; }
      :host([hidden]) { display: none; }
      :host([fill]) { height: 100%; min-height: 0; }
      iframe { display: block; width: 100%; height: 720px; border: 0; color-scheme: normal; }
      :host([fill]) iframe { height: 100%; }
      a { display: inline-block; margin: 24px; color: inherit; }
    `);
  }
  return sheet;
}
