"""
The scheduler of an operating system, after the benchmark of Martin Richards (1981): objects, methods and linked lists. Tasks
of six kinds send packets to one another. `run(n)` ends when the idle task has run n times, and gives how many packets were sent
and how often a task was held.
"""

IDLE = 0
WORKER = 1
HANDLER_A = 2
HANDLER_B = 3
DEVICE_A = 4
DEVICE_B = 5

FOR_DEVICE = 0
FOR_WORK = 1
DATA_SIZE = 4


def run(n):
    scheduler = Scheduler()
    Idle(scheduler, n)
    work = Packet(Packet(None, WORKER, FOR_WORK), WORKER, FOR_WORK)
    Worker(scheduler, work)
    Handler(scheduler, HANDLER_A, 2000, packets_for(DEVICE_A))
    Handler(scheduler, HANDLER_B, 3000, packets_for(DEVICE_B))
    Device(scheduler, DEVICE_A, 4000)
    Device(scheduler, DEVICE_B, 5000)
    scheduler.run()
    return str(scheduler.queue_count) + " " + str(scheduler.hold_count)


def packets_for(device):
    packet = None
    for _ in range(3):
        packet = Packet(packet, device, FOR_DEVICE)
    return packet


class Packet:
    """Work on its way from one task to another, or waiting in a queue."""

    def __init__(self, link, receiver, kind):
        self.link = link
        self.receiver = receiver
        self.kind = kind
        self.position = 0
        self.data = [0] * DATA_SIZE

    def append_to(self, queue):
        """The queue with this packet at its end."""
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Scheduler:
    def __init__(self):
        self.tasks = [None] * 6
        self.first = None
        self.current = None
        self.queue_count = 0
        self.hold_count = 0

    def add(self, task):
        """Later tasks have higher priorities, and come first."""
        task.link = self.first
        self.first = task
        self.tasks[task.number] = task

    def run(self):
        self.current = self.first
        while self.current is not None:
            if self.current.must_wait():
                self.current = self.current.link
            else:
                self.current = self.current.resume()

    # Each of these gives the task that goes on.

    def release(self, number):
        task = self.tasks[number]
        task.is_held = False
        if task.priority > self.current.priority:
            return task
        return self.current

    def hold_current(self):
        self.hold_count += 1
        self.current.is_held = True
        return self.current.link

    def suspend_current(self):
        self.current.is_suspended = True
        return self.current

    def send(self, packet):
        receiver = self.tasks[packet.receiver]
        self.queue_count += 1
        packet.link = None
        packet.receiver = self.current.number
        return receiver.accept(packet, self.current)


class Task:
    def __init__(self, scheduler, number, priority, queue):
        self.scheduler = scheduler
        self.number = number
        self.priority = priority
        self.queue = queue
        self.is_held = False
        self.is_suspended = True
        scheduler.add(self)

    def must_wait(self):
        return self.is_held or (self.is_suspended and self.queue is None)

    def resume(self):
        """Runs the task, with the packet that it has waited for."""
        packet = None
        if self.is_suspended:
            packet = self.queue
            self.queue = packet.link
            self.is_suspended = False
        return self.work(packet)

    def accept(self, packet, sender):
        if self.queue is None:
            self.queue = packet
            if self.priority > sender.priority:
                return self
        else:
            self.queue = packet.append_to(self.queue)
        return sender


class Idle(Task):
    """Releases one device or the other, by a sequence of pseudo-random bits."""

    def __init__(self, scheduler, count):
        super().__init__(scheduler, IDLE, 0, None)
        self.is_suspended = False
        self.bits = 1
        self.count = count

    def work(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.scheduler.hold_current()
        if self.bits & 1 == 0:
            self.bits >>= 1
            return self.scheduler.release(DEVICE_A)
        self.bits = self.bits >> 1 ^ 0xD008
        return self.scheduler.release(DEVICE_B)


class Worker(Task):
    """Fills packets with letters, for one handler and the other in turn."""

    def __init__(self, scheduler, queue):
        super().__init__(scheduler, WORKER, 1000, queue)
        self.handler = HANDLER_A
        self.letter = 0

    def work(self, packet):
        if packet is None:
            return self.scheduler.suspend_current()
        self.handler = HANDLER_A + HANDLER_B - self.handler
        packet.receiver = self.handler
        packet.position = 0
        for i in range(DATA_SIZE):
            self.letter += 1
            if self.letter > 26:
                self.letter = 1
            packet.data[i] = self.letter
        return self.scheduler.send(packet)


class Handler(Task):
    """Hands the letters of work packets to its device, one in a packet."""

    def __init__(self, scheduler, number, priority, queue):
        super().__init__(scheduler, number, priority, queue)
        self.work_packets = None
        self.device_packets = None

    def work(self, packet):
        if packet is not None:
            if packet.kind == FOR_WORK:
                self.work_packets = packet.append_to(self.work_packets)
            else:
                self.device_packets = packet.append_to(self.device_packets)
        if self.work_packets is not None:
            work = self.work_packets
            position = work.position
            if position >= DATA_SIZE:
                self.work_packets = work.link
                return self.scheduler.send(work)
            if self.device_packets is not None:
                device = self.device_packets
                self.device_packets = device.link
                device.position = work.data[position]
                work.position = position + 1
                return self.scheduler.send(device)
        return self.scheduler.suspend_current()


class Device(Task):
    """Keeps a packet until it runs again, and sends it back."""

    def __init__(self, scheduler, number, priority):
        super().__init__(scheduler, number, priority, None)
        self.pending = None

    def work(self, packet):
        if packet is not None:
            self.pending = packet
            return self.scheduler.hold_current()
        if self.pending is None:
            return self.scheduler.suspend_current()
        pending = self.pending
        self.pending = None
        return self.scheduler.send(pending)
