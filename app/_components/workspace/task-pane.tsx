import { Lock } from 'lucide-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import { Hints } from './hints.tsx';
import { SolutionPanel } from './solution-panel.tsx';
import { TabPanel, Tabs } from './tabs.tsx';

type TaskPaneProps = {
  exerciseId: string;
  task: ReactNode;
  hints: ReactNode[];
  attempts: ReactNode;
  submissions: number;
  hasPassed: boolean;
  path: string;
  source: string;
};

type TaskTab = 'task' | 'hints' | 'attempts' | 'solution';

/** What to do, and what helps: instructions, hints, earlier attempts, the solution. */
export function TaskPane(props: TaskPaneProps): ReactElement {
  const [current, setCurrent] = useState<TaskTab>('task');
  const { hints, submissions, hasPassed } = props;
  return (
    <>
      <Tabs
        name="task"
        label="Exercise"
        className="shrink-0 border-b border-hairline px-1"
        current={current}
        onPick={setCurrent}
        tabs={[
          { id: 'task', label: 'Instructions' },
          { id: 'hints', label: `Hints ${hints.length}` },
          { id: 'attempts', label: `Submissions ${submissions}` },
          { id: 'solution', label: <SolutionLabel isLocked={!hasPassed} /> },
        ]}
      />
      <TabPanel name="task" id="task" isCurrent={current === 'task'}>
        {props.task}
      </TabPanel>
      <TabPanel name="task" id="hints" isCurrent={current === 'hints'}>
        <Hints hints={hints} />
      </TabPanel>
      <TabPanel name="task" id="attempts" isCurrent={current === 'attempts'}>
        {props.attempts}
      </TabPanel>
      <TabPanel name="task" id="solution" isCurrent={current === 'solution'}>
        {current === 'solution' && (
          <SolutionPanel
            key={props.path}
            exerciseId={props.exerciseId}
            isUnlocked={hasPassed}
            path={props.path}
            source={props.source}
          />
        )}
      </TabPanel>
    </>
  );
}

function SolutionLabel({ isLocked }: { isLocked: boolean }): ReactElement {
  return (
    <span className="inline-flex items-center gap-1.5">
      Solution
      {isLocked && <Lock size={12} role="img" aria-label="locked" />}
    </span>
  );
}
