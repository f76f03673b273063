import { Cascader } from 'antd';
import { useState } from 'react';
import { deskWords } from '#app/i18n/desk.ts';
import { useWords } from '#app/i18n/pair.ts';

type Node = { value: string; label: string; isLeaf: boolean; children?: Node[] };
type Child = { code: string; name: string; level: number };

const asNode = (region: Child, deepest: number): Node => ({ value: region.code, label: region.name, isLeaf: region.level >= deepest });

async function childrenOf(parent: string): Promise<Child[]> {
  const answer = await fetch(`/desk/regions.json?parent=${encodeURIComponent(parent)}`);
  return answer.ok ? ((await answer.json()) as Child[]) : [];
}

/** 选地区: a cascade that asks for one level at a time; the form carries the code in a hidden field. */
export function RegionFilter({ name = 'region', path = [], deepest = 5, id, none, onChange }: { name?: string; path?: { code: string; name: string }[]; deepest?: number; id?: string; none?: string; onChange?: (code: string) => void }) {
  const words = useWords(deskWords);
  const [code, setCode] = useState(path.at(-1)?.code ?? '');
  const [nodes, setNodes] = useState<Node[]>([]);
  const [value, setValue] = useState<string[]>(path.map((step) => step.code));
  const shown = path.map((step) => step.name);
  const isFirst = value.join() === path.map((step) => step.code).join();

  async function open(isOpen: boolean) {
    if (isOpen && nodes.length === 0) setNodes((await childrenOf('')).map((child) => asNode(child, deepest)));
  }
  async function load(chosen: Node[]) {
    const last = chosen.at(-1)!;
    last.children = (await childrenOf(last.value)).map((child) => asNode(child, deepest));
    last.isLeaf = last.children.length === 0;
    setNodes((before) => [...before]);
  }
  return (
    <>
      <Cascader<Node>
        {...(id ? { id } : {})}
        options={nodes}
        value={value}
        changeOnSelect
        allowClear
        placeholder={none ?? words.anyRegion}
        aria-label={words.region}
        style={{ minWidth: 200 }}
        loadData={(chosen) => void load(chosen)}
        onOpenChange={(isOpen) => void open(isOpen)}
        displayRender={(labels) => (isFirst && shown.length > 0 ? shown : labels).join(' ')}
        onChange={(next) => {
          const codes = (next ?? []) as string[];
          setValue(codes);
          setCode(codes.at(-1) ?? '');
          onChange?.(codes.at(-1) ?? '');
        }}
      />
      <input type="hidden" name={name} value={code} />
    </>
  );
}
