local function fib(n)
  if n < 2 then return n end
  return fib(n - 1) + fib(n - 2)
end

return function(n)
  local total = 0
  for _ = 1, n do total = total + fib(20) end
  return total
end
