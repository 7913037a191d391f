local wrap, yield = coroutine.wrap, coroutine.yield

local function count(n)
  return wrap(function()
    local i = 0
    while i < n do
      yield(i)
      i = i + 1
    end
  end)
end

local function scrambled(values)
  return wrap(function()
    for value in values do yield(value * 3 % 1009) end
  end)
end

local function odd(values)
  return wrap(function()
    for value in values do
      if value % 2 == 1 then yield(value) end
    end
  end)
end

-- A tree: left, value, right, or nil.
local function make_tree(depth)
  if depth == 0 then return nil end
  return { left = make_tree(depth - 1), value = depth, right = make_tree(depth - 1) }
end

local function walk(tree)
  return wrap(function()
    if tree ~= nil then
      for value in walk(tree.left) do yield(value) end
      yield(tree.value)
      for value in walk(tree.right) do yield(value) end
    end
  end)
end

return function(n)
  local total = 0
  for value in odd(scrambled(count(n))) do total = total + value end
  local tree = make_tree(7)
  for _ = 1, n // 1000 + 1 do
    for value in walk(tree) do total = total + value end
  end
  return total
end
