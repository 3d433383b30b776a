// A file for the downloads.

/** Some browsers still read the address a while after the tap. Own setting. */
const READ_WITHIN_MS = 10_000;

export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_WITHIN_MS);
}
