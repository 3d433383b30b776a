// A button that takes one file.

import { Icon } from './Icon.tsx';
import './file-button.css';

interface FileButtonProps {
  readonly accept: string;
  readonly onFile: (file: File) => void;
  readonly children: string;
}

export function FileButton({ accept, onFile, children }: FileButtonProps) {
  return (
    <label class="btn to-start file-button">
      <Icon name="upload" />
      {children}
      <input
        class="only-heard"
        type="file"
        accept={accept}
        onChange={(event) => {
          const field = event.currentTarget;
          const [file] = field.files ?? [];
          if (file) onFile(file);
          // The same file may be taken again.
          field.value = '';
        }}
      />
    </label>
  );
}
