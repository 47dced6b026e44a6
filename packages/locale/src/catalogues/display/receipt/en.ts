const receipt = {
  'receipt.title': 'Receipt',
} as const;

export default receipt;
