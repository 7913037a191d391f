-- Of a body: x, y, z, their velocities, the mass.
local BODIES = {
  { 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47841760435743 },
  { 4.841431442464721, -1.1603200440274284, -0.10362204447112311,
    0.606326392995832, 2.81198684491626, -0.02521836165988763, 0.03769367487038949 },
  { 8.34336671824458, 4.124798564124305, -0.4035234171143214,
    -1.0107743461787924, 1.8256623712304119, 0.008415761376584154, 0.011286326131968767 },
  { 12.894369562139131, -15.111151401698631, -0.22330757889265573,
    1.0827910064415354, 0.8687130181696082, -0.010832637401363636, 0.0017237240570597112 },
  { 15.379697114850917, -25.919314609987964, 0.17925877295037118,
    0.979090732243898, 0.5946989986476762, -0.034755955504078104, 0.0020336868699246304 },
}

local function advance(bodies, time)
  local count = #bodies
  for i = 1, count do
    local a = bodies[i]
    for j = i + 1, count do
      local b = bodies[j]
      local dx = a[1] - b[1]
      local dy = a[2] - b[2]
      local dz = a[3] - b[3]
      local squared = dx * dx + dy * dy + dz * dz
      local magnitude = time / (squared * squared ^ 0.5)
      local from_b = b[7] * magnitude
      a[4] = a[4] - dx * from_b
      a[5] = a[5] - dy * from_b
      a[6] = a[6] - dz * from_b
      local from_a = a[7] * magnitude
      b[4] = b[4] + dx * from_a
      b[5] = b[5] + dy * from_a
      b[6] = b[6] + dz * from_a
    end
  end
  for _, body in ipairs(bodies) do
    body[1] = body[1] + time * body[4]
    body[2] = body[2] + time * body[5]
    body[3] = body[3] + time * body[6]
  end
end

local function energy(bodies)
  local total = 0.0
  local count = #bodies
  for i = 1, count do
    local a = bodies[i]
    total = total + 0.5 * a[7] * (a[4] * a[4] + a[5] * a[5] + a[6] * a[6])
    for j = i + 1, count do
      local b = bodies[j]
      local dx = a[1] - b[1]
      local dy = a[2] - b[2]
      local dz = a[3] - b[3]
      total = total - a[7] * b[7] / (dx * dx + dy * dy + dz * dz) ^ 0.5
    end
  end
  return total
end

return function(n)
  local bodies = {}
  for i, body in ipairs(BODIES) do bodies[i] = { table.unpack(body) } end
  for _ = 1, n do advance(bodies, 0.01) end
  return string.format("%.9f", energy(bodies))
end
