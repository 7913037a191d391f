const IDLE = 0;
const WORKER = 1;
const HANDLER_A = 2;
const HANDLER_B = 3;
const DEVICE_A = 4;
const DEVICE_B = 5;

const FOR_DEVICE = 0;
const FOR_WORK = 1;
const DATA_SIZE = 4;

/** @param {number} n */
export function run(n) {
  const scheduler = new Scheduler();
  scheduler.add(new Idle(scheduler, n));
  const work = new Packet(new Packet(null, WORKER, FOR_WORK), WORKER, FOR_WORK);
  scheduler.add(new Worker(scheduler, work));
  scheduler.add(new Handler(scheduler, HANDLER_A, 2000, packetsFor(DEVICE_A)));
  scheduler.add(new Handler(scheduler, HANDLER_B, 3000, packetsFor(DEVICE_B)));
  scheduler.add(new Device(scheduler, DEVICE_A, 4000));
  scheduler.add(new Device(scheduler, DEVICE_B, 5000));
  scheduler.run();
  return `${scheduler.queueCount} ${scheduler.holdCount}`;
}

/** @param {number} device */
function packetsFor(device) {
  let packet = null;
  for (let i = 0; i < 3; i++) packet = new Packet(packet, device, FOR_DEVICE);
  return packet;
}

/** Work on its way from one task to another, or waiting in a queue. */
class Packet {
  /**
   * @param {Packet | null} link
   * @param {number} receiver
   * @param {number} kind
   */
  constructor(link, receiver, kind) {
    this.link = link;
    this.receiver = receiver;
    this.kind = kind;
    this.position = 0;
    this.data = new Array(DATA_SIZE).fill(0);
  }

  /**
   * The queue with this packet at its end.
   * @param {Packet | null} queue
   */
  appendTo(queue) {
    this.link = null;
    if (queue === null) return this;
    let last = queue;
    while (last.link !== null) last = last.link;
    last.link = this;
    return queue;
  }
}

class Scheduler {
  /** @type {Task[]} */
  tasks = [];
  /** @type {Task | null} */
  first = null;
  /** @type {Task | null} */
  current = null;
  queueCount = 0;
  holdCount = 0;

  /**
   * Later tasks have higher priorities, and come first.
   * @param {Task} task
   */
  add(task) {
    task.link = this.first;
    this.first = task;
    this.tasks[task.number] = task;
  }

  run() {
    this.current = this.first;
    while (this.current !== null) {
      this.current = this.current.mustWait() ? this.current.link : this.current.resume();
    }
  }

  // Each of these gives the task that goes on.

  /** @param {number} number */
  release(number) {
    const task = this.tasks[number];
    task.isHeld = false;
    return task.priority > this.current.priority ? task : this.current;
  }

  holdCurrent() {
    this.holdCount++;
    this.current.isHeld = true;
    return this.current.link;
  }

  suspendCurrent() {
    this.current.isSuspended = true;
    return this.current;
  }

  /** @param {Packet} packet */
  send(packet) {
    const receiver = this.tasks[packet.receiver];
    this.queueCount++;
    packet.link = null;
    packet.receiver = this.current.number;
    return receiver.accept(packet, this.current);
  }
}

class Task {
  /** @type {Task | null} */
  link = null;
  isHeld = false;
  isSuspended = true;

  /**
   * @param {Scheduler} scheduler
   * @param {number} number
   * @param {number} priority
   * @param {Packet | null} queue
   */
  constructor(scheduler, number, priority, queue) {
    this.scheduler = scheduler;
    this.number = number;
    this.priority = priority;
    this.queue = queue;
  }

  mustWait() {
    return this.isHeld || (this.isSuspended && this.queue === null);
  }

  /** Runs the task, with the packet that it has waited for. */
  resume() {
    let packet = null;
    if (this.isSuspended) {
      packet = this.queue;
      this.queue = packet.link;
      this.isSuspended = false;
    }
    return this.work(packet);
  }

  /**
   * @param {Packet} packet
   * @param {Task} sender
   */
  accept(packet, sender) {
    if (this.queue === null) {
      this.queue = packet;
      if (this.priority > sender.priority) return this;
    } else {
      this.queue = packet.appendTo(this.queue);
    }
    return sender;
  }
}

/** Releases one device or the other, by a sequence of pseudo-random bits. */
class Idle extends Task {
  /**
   * @param {Scheduler} scheduler
   * @param {number} count
   */
  constructor(scheduler, count) {
    super(scheduler, IDLE, 0, null);
    this.isSuspended = false;
    this.bits = 1;
    this.count = count;
  }

  work() {
    this.count--;
    if (this.count === 0) return this.scheduler.holdCurrent();
    if ((this.bits & 1) === 0) {
      this.bits >>= 1;
      return this.scheduler.release(DEVICE_A);
    }
    this.bits = (this.bits >> 1) ^ 0xd008;
    return this.scheduler.release(DEVICE_B);
  }
}

/** Fills packets with letters, for one handler and the other in turn. */
class Worker extends Task {
  handler = HANDLER_A;
  letter = 0;

  /**
   * @param {Scheduler} scheduler
   * @param {Packet} queue
   */
  constructor(scheduler, queue) {
    super(scheduler, WORKER, 1000, queue);
  }

  /** @param {Packet | null} packet */
  work(packet) {
    if (packet === null) return this.scheduler.suspendCurrent();
    this.handler = HANDLER_A + HANDLER_B - this.handler;
    packet.receiver = this.handler;
    packet.position = 0;
    for (let i = 0; i < DATA_SIZE; i++) {
      this.letter++;
      if (this.letter > 26) this.letter = 1;
      packet.data[i] = this.letter;
    }
    return this.scheduler.send(packet);
  }
}

/** Hands the letters of work packets to its device, one in a packet. */
class Handler extends Task {
  /** @type {Packet | null} */
  workPackets = null;
  /** @type {Packet | null} */
  devicePackets = null;

  /** @param {Packet | null} packet */
  work(packet) {
    if (packet !== null) {
      if (packet.kind === FOR_WORK) this.workPackets = packet.appendTo(this.workPackets);
      else this.devicePackets = packet.appendTo(this.devicePackets);
    }
    if (this.workPackets !== null) {
      const work = this.workPackets;
      const position = work.position;
      if (position >= DATA_SIZE) {
        this.workPackets = work.link;
        return this.scheduler.send(work);
      }
      if (this.devicePackets !== null) {
        const device = this.devicePackets;
        this.devicePackets = device.link;
        device.position = work.data[position];
        work.position = position + 1;
        return this.scheduler.send(device);
      }
    }
    return this.scheduler.suspendCurrent();
  }
}

/** Keeps a packet until it runs again, and sends it back. */
class Device extends Task {
  /** @type {Packet | null} */
  pending = null;

  /**
   * @param {Scheduler} scheduler
   * @param {number} number
   * @param {number} priority
   */
  constructor(scheduler, number, priority) {
    super(scheduler, number, priority, null);
  }

  /** @param {Packet | null} packet */
  work(packet) {
    if (packet !== null) {
      this.pending = packet;
      return this.scheduler.holdCurrent();
    }
    if (this.pending === null) return this.scheduler.suspendCurrent();
    const pending = this.pending;
    this.pending = null;
    return this.scheduler.send(pending);
  }
}
