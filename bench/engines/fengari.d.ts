/** The part of fengari, which has no types of its own, that the benchmarks use: Lua's C interface. */
declare module 'fengari' {
  /** A state of the Lua machine. */
  interface State {
    readonly brand: unique symbol;
  }

  export function to_luastring(text: string): Uint8Array;

  export const lua: {
    readonly LUA_OK: number;
    lua_pushvalue(state: State, index: number): void;
    lua_pushinteger(state: State, number: number): void;
    lua_pcall(state: State, argumentCount: number, resultCount: number, handler: number): number;
    lua_tojsstring(state: State, index: number): string;
    lua_pop(state: State, count: number): void;
  };

  export const lauxlib: {
    luaL_newstate(): State;
    luaL_dostring(state: State, text: Uint8Array): number;
  };

  export const lualib: { luaL_openlibs(state: State): void };
}
