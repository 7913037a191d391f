import type { Locator, Page } from 'playwright-core';

/** What VS Code shows in and over the text of the active editor. Its selectors stand here, and nowhere in the tests. */
export class EditorParts {
  private readonly page: Page;
  private readonly editor: Locator;

  constructor(page: Page, editor: Locator) {
    this.page = page;
    this.editor = editor;
  }

  /** A line by some of what it shows: its text, and what is written behind it. */
  line(text: string | RegExp): Locator {
    return this.editor.locator('.view-line', { hasText: text }).first();
  }

  /** The first word of the first line in sight that has nothing but this instruction. */
  mnemonic(text: string): Locator {
    return this.editor
      .locator('.view-line', { hasText: new RegExp(`^\\s*${text}\\W`) })
      .getByText(text)
      .first();
  }

  /** What stands above a function or the main program. */
  lens(text: string | RegExp): Locator {
    return this.editor.locator('.codelens-decoration', { hasText: text }).first();
  }

  /** The places of the word at the cursor: those that read it, or those that write it. */
  highlights(kind: 'read' | 'write'): Locator {
    return this.editor.locator(kind === 'write' ? '.wordHighlightStrong' : '.wordHighlight');
  }

  /** The places that change together with what is typed. */
  get linkedPlaces(): Locator {
    return this.editor.locator('.linked-editing-decoration');
  }

  get links(): Locator {
    return this.editor.locator('.detected-link');
  }

  get foldedLines(): Locator {
    return this.editor.locator('.inline-folded');
  }

  /** The rows of the box that shows several places: of definitions, of calls, of classes. */
  get peekedPlaces(): Locator {
    return this.editor.locator('.peekview-widget .monaco-list-row');
  }

  /** The box with the operands of an instruction. */
  get signature(): Locator {
    return this.page.locator('.parameter-hints-widget.visible');
  }

  /** The box in which a new name is typed. */
  get renameInput(): Locator {
    return this.page.locator('.rename-box input');
  }

  /** The rows of the list at the top of the window. */
  get quickPicks(): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row');
  }

  /** Where the cursor is and how much is selected, as the status bar says. */
  get selection(): Locator {
    return this.page.locator('.statusbar-item', { hasText: /^Ln \d/ });
  }
}
