local IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = 0, 1, 2, 3, 4, 5
local FOR_DEVICE, FOR_WORK = 0, 1
local DATA_SIZE = 4

local function class(base)
  local new = setmetatable({}, base)
  new.__index = new
  return new
end

-- Work on its way from one task to another, or waiting in a queue.
local Packet = class()

function Packet.new(link, receiver, kind)
  local data = {}
  for i = 1, DATA_SIZE do data[i] = 0 end
  return setmetatable({ link = link, receiver = receiver, kind = kind, position = 0, data = data }, Packet)
end

-- The queue with this packet at its end.
function Packet:append_to(queue)
  self.link = nil
  if queue == nil then return self end
  local last = queue
  while last.link ~= nil do last = last.link end
  last.link = self
  return queue
end

local Scheduler = class()

function Scheduler.new()
  return setmetatable({ tasks = {}, first = nil, current = nil, queue_count = 0, hold_count = 0 }, Scheduler)
end

-- Later tasks have higher priorities, and come first.
function Scheduler:add(task)
  task.link = self.first
  self.first = task
  self.tasks[task.number] = task
end

function Scheduler:run()
  self.current = self.first
  while self.current ~= nil do
    if self.current:must_wait() then
      self.current = self.current.link
    else
      self.current = self.current:resume()
    end
  end
end

-- Each of these gives the task that goes on.

function Scheduler:release(number)
  local task = self.tasks[number]
  task.is_held = false
  if task.priority > self.current.priority then return task end
  return self.current
end

function Scheduler:hold_current()
  self.hold_count = self.hold_count + 1
  self.current.is_held = true
  return self.current.link
end

function Scheduler:suspend_current()
  self.current.is_suspended = true
  return self.current
end

function Scheduler:send(packet)
  local receiver = self.tasks[packet.receiver]
  self.queue_count = self.queue_count + 1
  packet.link = nil
  packet.receiver = self.current.number
  return receiver:accept(packet, self.current)
end

local Task = class()

function Task.initialize(self, scheduler, number, priority, queue)
  self.scheduler = scheduler
  self.number = number
  self.priority = priority
  self.queue = queue
  self.is_held = false
  self.is_suspended = true
  scheduler:add(self)
end

function Task:must_wait()
  return self.is_held or (self.is_suspended and self.queue == nil)
end

-- Runs the task, with the packet that it has waited for.
function Task:resume()
  local packet = nil
  if self.is_suspended then
    packet = self.queue
    self.queue = packet.link
    self.is_suspended = false
  end
  return self:work(packet)
end

function Task:accept(packet, sender)
  if self.queue == nil then
    self.queue = packet
    if self.priority > sender.priority then return self end
  else
    self.queue = packet:append_to(self.queue)
  end
  return sender
end

-- Releases one device or the other, by a sequence of pseudo-random bits.
local Idle = class(Task)

function Idle.new(scheduler, count)
  local self = setmetatable({}, Idle)
  Task.initialize(self, scheduler, IDLE, 0, nil)
  self.is_suspended = false
  self.bits = 1
  self.count = count
  return self
end

function Idle:work(_)
  self.count = self.count - 1
  if self.count == 0 then return self.scheduler:hold_current() end
  if self.bits & 1 == 0 then
    self.bits = self.bits >> 1
    return self.scheduler:release(DEVICE_A)
  end
  self.bits = self.bits >> 1 ~ 0xD008
  return self.scheduler:release(DEVICE_B)
end

-- Fills packets with letters, for one handler and the other in turn.
local Worker = class(Task)

function Worker.new(scheduler, queue)
  local self = setmetatable({}, Worker)
  Task.initialize(self, scheduler, WORKER, 1000, queue)
  self.handler = HANDLER_A
  self.letter = 0
  return self
end

function Worker:work(packet)
  if packet == nil then return self.scheduler:suspend_current() end
  self.handler = HANDLER_A + HANDLER_B - self.handler
  packet.receiver = self.handler
  packet.position = 0
  for i = 1, DATA_SIZE do
    self.letter = self.letter + 1
    if self.letter > 26 then self.letter = 1 end
    packet.data[i] = self.letter
  end
  return self.scheduler:send(packet)
end

-- Hands the letters of work packets to its device, one in a packet.
local Handler = class(Task)

function Handler.new(scheduler, number, priority, queue)
  local self = setmetatable({}, Handler)
  Task.initialize(self, scheduler, number, priority, queue)
  self.work_packets = nil
  self.device_packets = nil
  return self
end

function Handler:work(packet)
  if packet ~= nil then
    if packet.kind == FOR_WORK then
      self.work_packets = packet:append_to(self.work_packets)
    else
      self.device_packets = packet:append_to(self.device_packets)
    end
  end
  if self.work_packets ~= nil then
    local work = self.work_packets
    local position = work.position
    if position >= DATA_SIZE then
      self.work_packets = work.link
      return self.scheduler:send(work)
    end
    if self.device_packets ~= nil then
      local device = self.device_packets
      self.device_packets = device.link
      device.position = work.data[position + 1]
      work.position = position + 1
      return self.scheduler:send(device)
    end
  end
  return self.scheduler:suspend_current()
end

-- Keeps a packet until it runs again, and sends it back.
local Device = class(Task)

function Device.new(scheduler, number, priority)
  local self = setmetatable({}, Device)
  Task.initialize(self, scheduler, number, priority, nil)
  self.pending = nil
  return self
end

function Device:work(packet)
  if packet ~= nil then
    self.pending = packet
    return self.scheduler:hold_current()
  end
  if self.pending == nil then return self.scheduler:suspend_current() end
  local pending = self.pending
  self.pending = nil
  return self.scheduler:send(pending)
end

local function packets_for(device)
  local packet = nil
  for _ = 1, 3 do packet = Packet.new(packet, device, FOR_DEVICE) end
  return packet
end

return function(n)
  local scheduler = Scheduler.new()
  Idle.new(scheduler, n)
  Worker.new(scheduler, Packet.new(Packet.new(nil, WORKER, FOR_WORK), WORKER, FOR_WORK))
  Handler.new(scheduler, HANDLER_A, 2000, packets_for(DEVICE_A))
  Handler.new(scheduler, HANDLER_B, 3000, packets_for(DEVICE_B))
  Device.new(scheduler, DEVICE_A, 4000)
  Device.new(scheduler, DEVICE_B, 5000)
  scheduler:run()
  return scheduler.queue_count .. " " .. scheduler.hold_count
end
