import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Remove what a task created.',
    example: stringify({
      steps: [
        {
          id: 'undo',
          name: 'Undo the task',
          action: 'fabrique:task:undo',
          input: { taskId: '5b0e5a1c-3f0a-4a43-9d55-0c3f4e3a7a11' },
        },
      ],
    }),
  },
  {
    description: 'Remove a database although it holds data.',
    example: stringify({
      steps: [
        {
          id: 'undo',
          name: 'Undo the task',
          action: 'fabrique:task:undo',
          input: {
            taskId: '5b0e5a1c-3f0a-4a43-9d55-0c3f4e3a7a11',
            names: ['mon_app_dev'],
          },
        },
      ],
    }),
  },
  {
    description:
      'Only show what would be removed, in a template whose form has no dry run.',
    example: stringify({
      steps: [
        {
          id: 'undo',
          name: 'Show what an undo would remove',
          action: 'fabrique:task:undo',
          input: {
            taskId: '5b0e5a1c-3f0a-4a43-9d55-0c3f4e3a7a11',
            preview: true,
          },
        },
      ],
    }),
  },
];
