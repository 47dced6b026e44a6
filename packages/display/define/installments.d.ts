// The tags' types.
import '../dist/types/components.js';
