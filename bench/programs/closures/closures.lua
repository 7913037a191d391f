local function counter(step)
  local count = 0
  return function(amount)
    count = (count + amount * step) % 1000003
    return count
  end
end

local function compose(outer, inner)
  return function(value) return outer(inner(value)) end
end

local function adder(amount)
  return function(value) return value + amount end
end

return function(n)
  local slow = counter(1)
  local fast = counter(2)
  local both = compose(slow, fast)
  local total = 0
  for i = 0, n - 1 do
    total = (total + both(i) + adder(i)(3)) % 1000007
  end
  return total
end
