// What came of something the person did: good news waits until it is heard, trouble does not.

export interface Said {
  readonly fine: boolean;
  readonly text: string;
}

export function SaidNote({ fine, text }: Said) {
  return (
    <p class={fine ? 'note' : 'note know'} role={fine ? 'status' : 'alert'}>
      {text}
    </p>
  );
}
