import { z } from 'zod';

export const calculateInput = z.object({
  left: z.number().describe('The first number'),
  operation: z.enum(['add', 'subtract', 'multiply', 'divide']).describe('What to do with the two numbers'),
  right: z.number().describe('The second number'),
});

/** Arithmetic on two numbers, done here rather than guessed by the model. */
export const calculate = {
  description:
    'Calculates: adds, subtracts, multiplies or divides two numbers (посчитать, сложить, умножить).',
  run: ({ left, operation, right }: z.infer<typeof calculateInput>) => {
    switch (operation) {
      case 'add':
        return { result: left + right };
      case 'subtract':
        return { result: left - right };
      case 'multiply':
        return { result: left * right };
      case 'divide':
        return right === 0 ? { error: 'Division by zero' } : { result: left / right };
    }
  },
};
