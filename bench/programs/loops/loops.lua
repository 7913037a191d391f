return function(n)
  local total = 0
  for i = 0, n - 1 do
    local j = 0
    while j < 1000 do
      total = (total + i * j) % 1000003
      j = j + 1
    end
  end
  return total
end
