import type { DebugProtocol } from '@vscode/debugprotocol';
import * as vscode from 'vscode';

/**
 * Goes to the first error of a program that can't be launched.
 *
 * The debug adapter is who knows: it assembles what is on disk now, while the diagnostics in the editor may still be
 * those of a moment ago. Its answer says what is wrong, in a dialog with a way to the Problems view; before that it has
 * printed every error together with its place.
 */
export function createDebugAdapterTracker(): vscode.DebugAdapterTracker {
  let firstPlace: DebugProtocol.OutputEvent['body'] | undefined;
  return {
    onDidSendMessage(message: DebugProtocol.ProtocolMessage): void {
      if (isErrorOutput(message)) firstPlace ??= message.body;
      else if (isFailedLaunch(message)) void reveal(firstPlace);
    },
  };
}

function isErrorOutput(message: DebugProtocol.ProtocolMessage): message is DebugProtocol.OutputEvent {
  const { event, body } = message as Partial<DebugProtocol.OutputEvent>;
  return event === 'output' && body?.category === 'stderr';
}

function isFailedLaunch(message: DebugProtocol.ProtocolMessage): boolean {
  const { command, success } = message as Partial<DebugProtocol.Response>;
  return command === 'launch' && success === false;
}

async function reveal(place: DebugProtocol.OutputEvent['body'] | undefined): Promise<void> {
  if (place?.source?.path === undefined) return;
  const position = new vscode.Position((place.line ?? 1) - 1, (place.column ?? 1) - 1);
  const selection = new vscode.Range(position, position);
  await vscode.window.showTextDocument(vscode.Uri.file(place.source.path), { selection });
}
