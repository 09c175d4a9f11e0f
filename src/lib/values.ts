/** Values of a statement whose text is put together, in the order in which the text names them. */
export class Values {
  readonly all: unknown[] = [];

  /** Takes a value. @returns its place in the text: `$3` */
  readonly place = (value: unknown): string => `$${this.all.push(value)}`;
}
