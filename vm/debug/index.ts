export { Debugger, type Goal, type Halt, type Outcome, type Progress } from './debugger.ts';
export {
  filesOf,
  lineOfPlace,
  linesWithInstructions,
  locateBreakpoint,
  type BreakpointLocation,
} from './breakpoint-locations.ts';
export { childrenOf, indexed, type Children } from './children.ts';
export { describeValue, LONG_TEXT, SHORT_TEXT, type DescribedValue } from './describe-value.ts';
export { evaluate, evaluateName, type Evaluation } from './evaluate.ts';
export { globalVariables, localVariables, type NamedValue } from './variables.ts';
export type { Place } from './place.ts';
