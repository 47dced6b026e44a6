/** Vite: the address of a file, wherever the build puts it. */
declare module '*?url' {
  const address: string;
  export default address;
}
