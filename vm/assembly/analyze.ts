import type { Analysis, SourceProvider } from './analysis.ts';
import { ProgramAnalyzer } from './program-analyzer.ts';

/**
 * Text to verified program: reads a file and its imports, binds, assembles and verifies them. Never throws on bad input; what
 * is right is understood whatever stands beside it.
 */
export function analyze(file: string, provider: SourceProvider): Analysis {
  return new ProgramAnalyzer(file).analyze(provider);
}
