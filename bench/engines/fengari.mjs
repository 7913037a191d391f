// Runs a program of bench/programs for the runner: the Lua one, in fengari, a Lua machine written in JavaScript.
import { lauxlib, lua, lualib, to_luastring } from 'fengari';
import { readFileSync } from 'node:fs';
import { answer } from './answer.mjs';

const state = lauxlib.luaL_newstate();
lualib.luaL_openlibs(state);
check(lauxlib.luaL_dostring(state, to_luastring(readFileSync(process.argv[2], 'utf8'))));

await answer(size => {
  lua.lua_pushvalue(state, -1);
  lua.lua_pushinteger(state, size);
  check(lua.lua_pcall(state, 1, 1, 0));
  const result = lua.lua_tojsstring(state, -1);
  lua.lua_pop(state, 1);
  return result;
});

/** @param {number} status of a call */
function check(status) {
  if (status !== lua.LUA_OK) throw new Error(lua.lua_tojsstring(state, -1));
}
