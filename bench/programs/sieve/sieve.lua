return function(n)
  local is_prime = {}
  for i = 0, n do is_prime[i] = true end
  local count = 0
  for i = 2, n do
    if is_prime[i] then
      count = count + 1
      for multiple = i + i, n, i do is_prime[multiple] = false end
    end
  end
  return count
end
