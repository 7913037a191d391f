import * as vscode from 'vscode';
import type { BaseLanguageClient, Location, Position, StaticFeature } from 'vscode-languageclient';
import { OPEN_REFERENCE_COMMAND, REFERENCE_PAGES, withReferenceCommands } from './reference-links.ts';

const SHOW_REFERENCES_COMMAND = 'bcasm.showReferences';

/**
 * Registers the commands that lenses and hovers of the server run, and tells the server of them when it starts.
 *
 * @param others commands registered elsewhere that lenses may run
 */
export function registerServerCommands(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  others: readonly string[],
): void {
  client.registerFeature(commandOffer([...others, SHOW_REFERENCES_COMMAND]));
  context.subscriptions.push(
    vscode.commands.registerCommand(
      SHOW_REFERENCES_COMMAND,
      (uri: string, position: Position, locations: readonly Location[]) =>
        vscode.commands.executeCommand(
          'editor.action.showReferences',
          client.protocol2CodeConverter.asUri(uri),
          client.protocol2CodeConverter.asPosition(position),
          locations.map(location => client.protocol2CodeConverter.asLocation(location)),
        ),
    ),
    vscode.commands.registerCommand(OPEN_REFERENCE_COMMAND, (page: string, anchor: string) => {
      if (!REFERENCE_PAGES.has(page)) return;
      const uri = vscode.Uri.joinPath(context.extensionUri, 'docs', page).with({ fragment: anchor });
      return vscode.commands.executeCommand('markdown.showPreview', uri);
    }),
  );
}

/** A hover whose links to the reference open the page and not its text. */
export function withWorkingLinks(hover: vscode.Hover): vscode.Hover {
  const contents = hover.contents.map(content => {
    const changed = content instanceof vscode.MarkdownString ? withReferenceCommands(content.value) : undefined;
    if (changed === undefined) return content;
    const markdown = new vscode.MarkdownString(changed);
    markdown.isTrusted = { enabledCommands: [OPEN_REFERENCE_COMMAND] };
    return markdown;
  });
  return new vscode.Hover(contents, hover.range);
}

function commandOffer(commands: readonly string[]): StaticFeature {
  return {
    fillClientCapabilities(capabilities) {
      capabilities.experimental = { ...capabilities.experimental, commands: { commands } };
    },
    initialize() {},
    getState: () => ({ kind: 'static' }),
    clear() {},
  };
}
