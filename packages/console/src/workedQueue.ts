/** The queue that was started last, `all` for every one: the next cases are from there. */
let worked: string | undefined;

export const workedQueue = (): string | undefined => worked;

export function setWorkedQueue(queue: string): void {
  worked = queue;
}
