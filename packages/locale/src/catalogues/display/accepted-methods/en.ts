const acceptedMethods = {
  'accepted.title': 'Ways to pay',
} as const;

export default acceptedMethods;
