import * as vscode from 'vscode';
import { activeProgram } from './active-program.ts';
import { DEBUG_TYPE } from './debug-type.ts';
import { completeLaunch, launchOf, programPath } from './launch-configuration.ts';
import { createDebugAdapterTracker } from './launch-failure.ts';

/** Lets F5 work with and without a `launch.json`. The debug adapter itself is contributed by `package.json`. */
export function registerDebugging(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.debug.registerDebugConfigurationProvider(DEBUG_TYPE, {
      resolveDebugConfiguration,
      resolveDebugConfigurationWithSubstitutedVariables,
    }),
    vscode.debug.registerDebugConfigurationProvider(
      DEBUG_TYPE,
      { provideDebugConfigurations },
      vscode.DebugConfigurationProviderTriggerKind.Dynamic,
    ),
    vscode.debug.registerDebugAdapterTrackerFactory(DEBUG_TYPE, { createDebugAdapterTracker }),
  );
}

/** What the drop-down of the Run and Debug view offers without a `launch.json`. */
function provideDebugConfigurations(): vscode.DebugConfiguration[] {
  const program = activeProgram();
  return program === undefined ? [] : [launchOf(program)];
}

function resolveDebugConfiguration(
  _folder: vscode.WorkspaceFolder | undefined,
  configuration: vscode.DebugConfiguration,
): vscode.DebugConfiguration | undefined {
  const outcome = completeLaunch(configuration, activeProgram());
  if (outcome.ok) return outcome.value;
  return refuse(outcome.message);
}

function resolveDebugConfigurationWithSubstitutedVariables(
  folder: vscode.WorkspaceFolder | undefined,
  configuration: vscode.DebugConfiguration,
): vscode.DebugConfiguration | undefined {
  const directory = typeof configuration.cwd === 'string' ? configuration.cwd : folder?.uri.fsPath;
  const outcome = programPath(configuration.program, directory);
  if (!outcome.ok) return refuse(outcome.message);
  return outcome.value === undefined ? configuration : { ...configuration, program: outcome.value };
}

/** `undefined` is VS Code's word for a launch that was given up, and that nothing more needs to be said about. */
function refuse(message: string): undefined {
  void vscode.window.showErrorMessage(message);
  return undefined;
}
