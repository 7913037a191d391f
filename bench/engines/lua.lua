-- Runs a program of bench/programs for the runner, as python.py does. Lua's only fine clock is that of the processor time, which
-- is the same where a program does nothing but compute.
local run = dofile(arg[1])
io.stdout:setvbuf("line")
print("ready")
for line in io.lines() do
  local size = math.tointeger(tonumber(line))
  local start = os.clock()
  local result = run(size)
  print((os.clock() - start) * 1e3 .. " " .. result)
end
