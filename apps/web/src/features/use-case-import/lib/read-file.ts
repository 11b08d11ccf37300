/** A file as the API takes it. */
export interface PickedFile {
  name: string;
  content: string;
}

/** Reads a file of the reader's disk as base64. Rejects when the browser may not read it. */
export function readFile(file: File): Promise<PickedFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    // A data URL: what it holds begins after the comma.
    reader.onload = () => resolve({ name: file.name, content: String(reader.result).split(',')[1] ?? '' });
    reader.readAsDataURL(file);
  });
}
