declare module 'unbzip2-stream' {
  /** Unpacks bzip2, one stream or several behind each other. */
  export default function unbzip2(): NodeJS.ReadWriteStream;
}
