/** How many lines a function has, with what stands between it and the next. */
export const FUNCTION_LINES = 50;

/**
 * A program whose functions sum up what they compute in a loop; each calls the one before it, and main calls all.
 *
 * @param {number} lines
 */
export function bcasmProgram(lines) {
  return Array.from({ length: lines / FUNCTION_LINES }, (_, index) => bcasmFunction(index)).join('');
}

/** Where edits are made: the line of an instruction in function `index`, with its text when it is right and when it is wrong. */
export function bcasmPlace(/** @type {number} */ index) {
  return {
    line: index * FUNCTION_LINES + 7,
    right: `        LOAD_CONST ${index}`,
    wrong: `        LOAD_CONTS ${index}`,
  };
}

function bcasmFunction(/** @type {number} */ index) {
  const step = Array.from({ length: 6 }, (_, at) =>
    [`        LOAD_VAR total`, `        LOAD_CONST ${at + index}`, `        ADD`, `        STORE_VAR total`].join('\n'),
  );
  return `.func compute_${index} n=1
        LOAD_CONST 0
        STORE_VAR total         ; the sum
again:
        LOAD_VAR n
        JUMP_IF_FALSE done
${step.join('\n')}
        LOAD_VAR n
        LOAD_CONST 1
        SUB
        STORE_VAR n
        JUMP again
done:
        ; calls the function before this one
        LOAD_VAR total
        LOAD_CONST 0
        CALL_FUNC compute_${Math.max(0, index - 1)} 1
        ADD
        STORE_VAR _result
        LOAD_VAR _result
        LOAD_CONST 1000007
        MOD
        RETURN_VALUE
.end

        CALL_FUNC compute_${index} 0
        POP_TOP
`;
}

/** What is typed for a function more. */
export const BCASM_NEW_FUNCTION = `.func another n
        LOAD_VAR n
        LOAD_CONST 1
        ADD
        RETURN_VALUE
.end
`;

/**
 * The same for a peer: as many lines of MLIR, in functions of as many.
 *
 * @param {number} lines
 */
export function mlirProgram(lines) {
  return Array.from({ length: lines / FUNCTION_LINES }, (_, index) => mlirFunction(index)).join('');
}

export const MLIR_NEW_FUNCTION = `func.func @another(%n: i32) -> i32 {
  %0 = arith.constant 1 : i32
  %1 = arith.addi %0, %n : i32
  return %1 : i32
}
`;

export function mlirPlace(/** @type {number} */ index) {
  const right = `  %2 = arith.addi %1, %n : i32`;
  return { line: index * FUNCTION_LINES + 3, right, wrong: right.replace('addi', 'addx') };
}

function mlirFunction(/** @type {number} */ index) {
  const body = Array.from({ length: FUNCTION_LINES - 5 }, (_, at) => `  %${at + 2} = arith.addi %${at + 1}, %n : i32`);
  return `func.func @compute_${index}(%n: i32) -> i32 {
  %0 = arith.constant ${index} : i32
  %1 = func.call @compute_${Math.max(0, index - 1)}(%0) : (i32) -> i32
${body.join('\n')}
  return %${FUNCTION_LINES - 4} : i32
}
`;
}
