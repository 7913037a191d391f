import * as vscode from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import { registerServerCommands, withWorkingLinks } from './server-commands.ts';

const RESTART_COMMAND = 'bcasm.restartServer';

/** Starts the language server, keeps it running, and ends it with the extension. */
export function registerLanguageServer(context: vscode.ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.cjs');
  const client = new LanguageClient(
    'bcasm',
    'bcasm Language Server',
    { module, transport: TransportKind.ipc },
    clientOptions(),
  );
  registerServerCommands(context, client);
  context.subscriptions.push(
    client,
    vscode.commands.registerCommand(RESTART_COMMAND, () => restart(client)),
  );
  void start(client);
}

function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: [
      { scheme: 'file', language: 'bcasm' },
      { scheme: 'untitled', language: 'bcasm' },
    ],
    // Imported files are read from disk: the server must hear when one changes outside the editor.
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

/** The client restarts a crashed server by itself, up to four times in three minutes; this is the way on after that. */
async function restart(client: LanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await start(client);
}

async function start(client: LanguageClient): Promise<void> {
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
