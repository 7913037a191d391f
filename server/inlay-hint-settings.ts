/** How the stack behind an instruction is told: not at all, by its height, by the kinds of its values, by what they are. */
export const STACK_HINTS = ['off', 'depth', 'kinds', 'values'] as const;
export type StackHint = (typeof STACK_HINTS)[number];

/** What is written into the text for reading: `bcasm.inlayHints` of the editor's settings. */
export interface InlayHintSettings {
  /** Behind each instruction. */
  readonly stack: StackHint;
  /** The stack at each label. */
  readonly blockEntries: boolean;
  /** Whether a jump leads up or down. */
  readonly jumpDirections: boolean;
  /** The parameters that the arguments of a call become. */
  readonly argumentNames: boolean;
}

export const DEFAULT_INLAY_HINTS: InlayHintSettings = {
  stack: 'kinds',
  blockEntries: true,
  jumpDirections: true,
  argumentNames: true,
};

/** The settings as an editor sends them; what is missing or of no use is as by default. */
export function readInlayHintSettings(value: unknown): InlayHintSettings {
  const given: Partial<Record<keyof InlayHintSettings, unknown>> =
    typeof value === 'object' && value !== null ? value : {};
  const flag = (name: 'blockEntries' | 'jumpDirections' | 'argumentNames') => {
    const wanted = given[name];
    return typeof wanted === 'boolean' ? wanted : DEFAULT_INLAY_HINTS[name];
  };
  return {
    stack: STACK_HINTS.find(hint => hint === given.stack) ?? DEFAULT_INLAY_HINTS.stack,
    blockEntries: flag('blockEntries'),
    jumpDirections: flag('jumpDirections'),
    argumentNames: flag('argumentNames'),
  };
}
