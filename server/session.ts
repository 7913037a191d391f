import type { Connection, Diagnostic, WorkspaceFolder } from 'vscode-languageserver';
import type { Analysis } from '../vm/index.ts';
import { positionConverter, type PositionConverter, type PositionEncoding } from './convert.ts';
import { DiagnosticsSchedule } from './diagnostics-schedule.ts';
import { Documents } from './documents.ts';
import { diagnostics } from './features/diagnostics.ts';
import type { Files } from './files.ts';
import { refutedByImporters } from './importers.ts';
import { readSettings, type Settings } from './settings.ts';
import type { ClientSupport, Snapshot } from './snapshot.ts';
import { Workspace } from './workspace.ts';

/** What one client has open, and how it is spoken to. */
export class Session {
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly schedule: DiagnosticsSchedule;
  readonly positions: PositionConverter;
  readonly support: ClientSupport;
  /** Whether a client that asks for diagnostics, or for inlay hints, can be told to ask again. */
  canRefreshDiagnostics = false;
  canRefreshInlayHints = false;
  settings: Settings = readSettings(undefined);
  isOver = false;
  private settingsRevision = 0;
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
    this.schedule = new DiagnosticsSchedule(
      this.documents,
      file => this.resultIdOfFile(file),
      (file, isOwnChange) => this.tellOf(file, isOwnChange),
    );
  }

  /** A file as it is now. */
  snapshotOf(uri: string): Snapshot {
    const analysis = this.documents.analysisOf(this.files.fileOfUri(uri));
    return {
      analysis,
      refuted: () => refutedByImporters(analysis, this.programs),
      positions: this.positions,
      client: this.support,
      uriOf: this.uriOf,
      documentation: this.files.documentation,
      severities: this.settings.severities,
    };
  }

  /** Nothing more is done for this client. */
  end(): void {
    this.isOver = true;
    this.schedule.stop();
  }

  readonly uriOf = (file: string): string => this.documents.uriOf(file);

  fileOf(uri: string): string {
    return this.files.fileOfUri(uri);
  }

  /** Every file that is open or in the workspace. */
  allFiles(): readonly string[] {
    const open = this.documents.openFiles().map(({ file }) => file);
    return [...new Set([...open, ...this.workspace.sourceFiles()])];
  }

  /** Each of them as a program of its own. */
  allPrograms(): readonly Analysis[] {
    return this.allFiles().map(file => this.documents.analysisOf(file));
  }

  /** Every program that may share names with an open file. */
  readonly programs = (): readonly Analysis[] => this.documents.programsAmong(this.workspace.sourceFiles());

  /** A name for the state of a file's diagnostics. */
  resultIdOf(uri: string): string {
    return this.resultIdOfFile(this.files.fileOfUri(uri));
  }

  /** Notes that a client has asked for the diagnostics of a file, which have that name. */
  noteAsked(uri: string, resultId: string): void {
    if (this.support.hasPullDiagnostics) this.schedule.asked(this.files.fileOfUri(uri), resultId);
  }

  resultIdOfFile(file: string): string {
    return `${this.documents.revisionOf(file)}.${this.settingsRevision}${this.refutedOf(file)}`;
  }

  /** A name for what other files refute of what is said of a file. */
  private refutedOf(file: string): string {
    const analysis = this.documents.analysisOf(file);
    const refuted = refutedByImporters(analysis, this.programs);
    if (refuted.size === 0) return '';
    return `.${analysis.diagnostics.flatMap((each, index) => (refuted.has(each) ? [index] : [])).join('.')}`;
  }

  /** Takes over what someone has set; what is shown changes at once. */
  changeSettings(value: unknown): void {
    this.settings = readSettings(value);
    this.settingsRevision++;
    this.schedule.tellAgain();
    if (this.canRefreshDiagnostics) this.connection.languages.diagnostics.refresh();
    if (this.canRefreshInlayHints) void this.connection.languages.inlayHint.refresh();
  }

  readonly publish = (uri: string, version: number | undefined, found: Diagnostic[]): void => {
    if (!this.support.hasPullDiagnostics) void this.connection.sendDiagnostics({ uri, version, diagnostics: found });
  };

  private tellOf(file: string, isOwnChange: boolean): void {
    const open = this.documents.openFiles().find(each => each.file === file);
    if (open === undefined) return;
    if (!this.support.hasPullDiagnostics) {
      const found = diagnostics(this.snapshotOf(open.uri));
      // Said without files that are on their way, it would be wrong; it is said when they have come.
      if (this.files.arrivals?.areExpected !== true) this.publish(open.uri, open.version, found);
    } else if (this.canRefreshDiagnostics && !isOwnChange) {
      // The client asks by itself after its own edits, but it cannot know which files import which.
      this.connection.languages.diagnostics.refresh();
    }
  }
}
