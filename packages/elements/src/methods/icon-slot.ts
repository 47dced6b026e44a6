/** The page's own icon for a method: by its code where it has one, else by its type. */
export function slotOf({ type, code }: { type: string; code?: string | undefined }): string {
  return `icon-${code ?? type}`;
}
