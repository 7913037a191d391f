import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerServerCommands, withWorkingLinks } from './server-commands.ts';

const RESTART_COMMAND = 'bcasm.restartServer';

/** What a client of the language server is asked for, wherever the server runs; `schemes` are those of the files that it serves. */
export function clientOptions(schemes: readonly string[]): LanguageClientOptions {
  return {
    documentSelector: schemes.map(scheme => ({ scheme, language: 'bcasm' })),
    // Imported files are not read again and again: the server must hear when one changes outside the editor.
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/*.bcasm') },
    outputChannelName: 'bcasm Language Server',
    middleware: {
      async provideHover(document, position, token, next) {
        const hover = await next(document, position, token);
        return hover && withWorkingLinks(hover);
      },
    },
  };
}

/**
 * Starts the language server, keeps it running, and ends it with the extension.
 *
 * @param lensCommands the commands of the extension that lenses may run
 */
export function keepRunning(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  lensCommands: readonly string[],
): void {
  registerServerCommands(context, client, lensCommands);
  context.subscriptions.push(
    client,
    vscode.commands.registerCommand(RESTART_COMMAND, () => restart(client)),
  );
  void start(client);
}

/** The client restarts a crashed server by itself, up to four times in three minutes; this is the way on after that. */
async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await start(client);
}

async function start(client: BaseLanguageClient): Promise<void> {
  try {
    await client.start();
  } catch (error) {
    const choice = await vscode.window.showErrorMessage(
      `The bcasm language server did not start: ${error instanceof Error ? error.message : String(error)}`,
      'Restart',
      'Show Output',
    );
    if (choice === 'Restart') await vscode.commands.executeCommand(RESTART_COMMAND);
    if (choice === 'Show Output') client.outputChannel.show();
  }
}
