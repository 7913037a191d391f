local WIDTH = 200
local MAX_ITERATIONS = 50

local function iterations(cr, ci)
  local zr, zi = 0.0, 0.0
  local count = 0
  while count < MAX_ITERATIONS and zr * zr + zi * zi < 4.0 do
    zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
    count = count + 1
  end
  return count
end

return function(n)
  local total = 0
  for row = 0, n - 1 do
    local ci = 2.0 * row / n - 1.0
    for column = 0, WIDTH - 1 do
      total = total + iterations(2.0 * column / WIDTH - 1.5, ci)
    end
  end
  return total
end
