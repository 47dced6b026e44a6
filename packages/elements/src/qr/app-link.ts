/** A link that opens an app or a page, and never one that runs a script. */
export function isAppLink(url: string | undefined): url is string {
  return url !== undefined && /^[a-z][a-z0-9+.-]*:/i.test(url) && !/^(javascript|data|vbscript|blob|file):/i.test(url);
}
