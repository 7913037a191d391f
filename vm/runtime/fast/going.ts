import { running, type Parked } from './current.ts';
import { REGISTERS, Register, Way } from './registers.ts';

/** Behind an operation that may have made something: the loop goes on, unless the machine has to come back. */
export function goOn(pc: number, sp: number, fp: number, calls: number): number {
  const { machine } = running();
  if (!machine.heap.isDue && !machine.isStopping) return sp;
  goTo(pc + 2, sp, fp, calls);
  return Way.stop;
}

/** Sets the registers, behind an instruction that counts. */
export function goTo(pc: number, sp: number, fp: number, calls: number): void {
  REGISTERS[Register.pc] = pc;
  REGISTERS[Register.sp] = sp;
  REGISTERS[Register.fp] = fp;
  REGISTERS[Register.calls] = calls;
  REGISTERS[Register.counted] = 2;
}

/** The same, or the way back to the machine where the heap is due. */
export function attend(way: number): number {
  return running().machine.heap.isDue ? Way.stop : way;
}

/** Leaves what has been begun to the machine, which goes on with it and then at `pc`. */
export function park(parked: Parked, pc: number, sp: number, fp: number, calls: number): number {
  running().parked = parked;
  goTo(pc, sp, fp, calls);
  return Way.stop;
}
