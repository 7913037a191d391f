import type { Connection, Diagnostic, WorkspaceFolder } from 'vscode-languageserver';
import type { Analysis } from '../vm/index.ts';
import { positionConverter, type PositionConverter, type PositionEncoding } from './convert.ts';
import { DiagnosticsSchedule } from './diagnostics-schedule.ts';
import { Documents } from './documents.ts';
import { diagnostics } from './features/diagnostics.ts';
import type { Files } from './files.ts';
import type { ClientSupport, Snapshot } from './snapshot.ts';
import { Workspace } from './workspace.ts';

/** What one client has open, and how it is spoken to. */
export class Session {
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly schedule: DiagnosticsSchedule;
  readonly positions: PositionConverter;
  readonly support: ClientSupport;
  /** Whether a client that asks for diagnostics can be told to ask again. */
  canRefreshDiagnostics = false;
  private readonly connection: Connection;
  private readonly files: Files;

  constructor(
    connection: Connection,
    files: Files,
    client: {
      readonly encoding: PositionEncoding;
      readonly support: ClientSupport;
      readonly folders: readonly WorkspaceFolder[];
    },
  ) {
    this.connection = connection;
    this.files = files;
    this.support = client.support;
    this.positions = positionConverter(client.encoding);
    this.documents = new Documents(files, client.encoding);
    this.workspace = new Workspace(files, client.folders);
    this.schedule = new DiagnosticsSchedule(this.documents, (file, isOwnChange) => this.tellOf(file, isOwnChange));
  }

  /** A file as it is now. */
  snapshotOf(uri: string): Snapshot {
    return {
      analysis: this.documents.analysisOf(this.files.fileOfUri(uri)),
      positions: this.positions,
      client: this.support,
      uriOf: this.uriOf,
      documentation: this.files.documentation,
    };
  }

  readonly uriOf = (file: string): string => this.documents.uriOf(file);

  /** Every file that is open or in the workspace. */
  allPrograms(): readonly Analysis[] {
    const open = this.documents.openFiles().map(({ file }) => file);
    return [...new Set([...open, ...this.workspace.sourceFiles()])].map(file => this.documents.analysisOf(file));
  }

  /** Every program that may share names with an open file. */
  readonly programs = (): readonly Analysis[] => this.documents.programsAmong(this.workspace.sourceFiles());

  /** A name for the state of a file's diagnostics. */
  resultIdOf(uri: string): string {
    return String(this.documents.revisionOf(this.files.fileOfUri(uri)));
  }

  readonly publish = (uri: string, version: number | undefined, found: Diagnostic[]): void => {
    if (!this.support.hasPullDiagnostics) void this.connection.sendDiagnostics({ uri, version, diagnostics: found });
  };

  private tellOf(file: string, isOwnChange: boolean): void {
    const open = this.documents.openFiles().find(each => each.file === file);
    if (open === undefined) return;
    if (!this.support.hasPullDiagnostics) {
      this.publish(open.uri, open.version, diagnostics(this.snapshotOf(open.uri)));
    } else if (this.canRefreshDiagnostics && !isOwnChange) {
      // The client asks by itself after its own edits, but it cannot know which files import which.
      this.connection.languages.diagnostics.refresh();
    }
  }
}
