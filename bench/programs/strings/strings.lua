local function make_words(n)
  local words = {}
  local random = 42
  for _ = 1, n do
    random = (random * 171 + 11213) % 53125
    words[#words + 1] = "w" .. tostring(random % 5000)
  end
  return words
end

local function lines_of(words, digit)
  local lines = {}
  local line = ""
  local length = 0
  for _, word in ipairs(words) do
    if string.sub(word, 2, 2) == digit then
      line = line .. string.sub(word, 2) .. ","
      length = length + 1
      if length == 16 then
        lines[#lines + 1] = line
        line = ""
        length = 0
      end
    end
  end
  lines[#lines + 1] = line
  return lines
end

return function(n)
  local words = make_words(n)
  local counts = {}
  for _, word in ipairs(words) do
    if counts[word] ~= nil then
      counts[word] = counts[word] + 1
    else
      counts[word] = 1
    end
  end
  local total = 0
  for _, word in ipairs(words) do
    total = total + counts[word] * #word
  end
  local text = table.concat(lines_of(words, "7"), "\n")
  return tostring(total) .. " " .. tostring(#text)
end
