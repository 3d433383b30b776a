// A room that has nothing to show yet, and the way to begin.

interface NothingYetProps {
  readonly title: string;
  readonly say: string;
  readonly begin: string;
}

export function NothingYet({ title, say, begin }: NothingYetProps) {
  return (
    <div class="pad stack loose">
      <h1>{title}</h1>
      <p>{say}</p>
      <a class="btn primary to-start" href="/body">
        {begin}
      </a>
    </div>
  );
}
