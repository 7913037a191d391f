-- An error is any value; the program's own is a table of this class.
local Rejected = {}
Rejected.__index = Rejected

local function check(value)
  if value % 3 == 0 then error(setmetatable({ value = value }, Rejected)) end
  return value
end

local function process(value) return check(value) + 1 end

local function divide(a, b) return a // b end

local function quotient(a, b)
  local is_done, result = pcall(divide, a, b)
  if is_done then return result end
  -- Errors of operations are strings, and how this one is worded differs from version to version.
  if type(result) == "string" then return 0 end
  error(result, 0)
end

return function(n)
  local total = 0
  for i = 0, n - 1 do
    total = (total + quotient(i, i % 4)) % 1000003
    local is_done, result = pcall(process, i)
    if is_done then
      total = total + result
    elseif getmetatable(result) == Rejected then
      total = total + result.value % 7
    else
      error(result, 0)
    end
  end
  return total
end
