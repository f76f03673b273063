import { createElement as h, type ReactNode } from 'react';
import {
  Alert, Badge, Button, Card, Cascader, Checkbox, Collapse, Descriptions, Divider, Drawer, Empty, Flex, Form, Image, Input,
  InputNumber, Modal, Popconfirm, Popover, Progress, Radio, Result, Segmented, Select, Skeleton, Space, Spin, Statistic, Steps, Switch,
  Table, Tabs, Tag, Timeline, Tooltip, Typography, Upload,
} from 'antd';

const rows = [{ id: '1', name: '一' }];

/** 所用组件: every Ant Design component the desk uses, drawn once, so that its style is in the one file that is sent. */
export const componentsUsed: Record<string, () => ReactNode> = {
  Alert: () => (['success', 'info', 'warning', 'error'] as const).map((type) => h(Alert, { key: type, type, title: '一', description: '二', showIcon: true })),
  Badge: () => h(Badge, { count: 3 }, h('i')),
  Button: () => [h(Button, { key: 1, type: 'primary' }, '一'), h(Button, { key: 2, danger: true, loading: true }, '二'), h(Space.Compact, { key: 3 }, h(Button, {}, '三'))],
  Card: () => h(Card, { title: '一', extra: '二' }, '三'),
  Cascader: () => h(Cascader, { options: [{ value: '1', label: '一' }], open: true, multiple: true, showSearch: true }),
  Checkbox: () => h(Checkbox.Group, { options: ['一'] }),
  Collapse: () => h(Collapse, { items: [{ key: 1, label: '一', children: '二' }], defaultActiveKey: [1] }),
  Descriptions: () => h(Descriptions, { bordered: true, items: [{ key: 1, label: '一', children: '二' }] }),
  Divider: () => h(Divider, {}, '一'),
  Drawer: () => h(Drawer, { open: true, getContainer: false, title: '一' }, '二'),
  Empty: () => h(Empty),
  Flex: () => h(Flex, { gap: 8, vertical: true }, '一'),
  Form: () => h(Form, {}, h(Form.Item, { label: '一', help: '二', validateStatus: 'error' }, h(Input))),
  Image: () => h(Image, { src: '/mark.svg', alt: '一' }),
  Input: () => [h(Input, { key: 1 }), h(Input.TextArea, { key: 2, showCount: true }), h(Input.Search, { key: 3 }), h(Input.Password, { key: 4 })],
  InputNumber: () => h(InputNumber, { min: 0 }),
  Modal: () => h(Modal, { open: true, getContainer: false, title: '一' }, '二'),
  Popconfirm: () => h(Popconfirm, { title: '一', open: true, getPopupContainer: () => document.body }, h('i')),
  Popover: () => h(Popover, { content: '一', open: true }, h('i')),
  Progress: () => h(Progress, { percent: 30 }),
  Radio: () => h(Radio.Group, { options: ['一'], optionType: 'button' }),
  Result: () => h(Result, { title: '一' }),
  Segmented: () => h(Segmented, { options: ['一', '二'] }),
  Select: () => h(Select, { options: [{ value: '1', label: '一' }], open: true, mode: 'multiple' }),
  Skeleton: () => h(Skeleton, { active: true }),
  Space: () => h(Space, {}, '一'),
  Spin: () => h(Spin),
  Statistic: () => h(Statistic, { title: '一', value: 1 }),
  Steps: () => h(Steps, { items: [{ title: '一' }, { title: '二' }] }),
  Switch: () => h(Switch),
  Table: () => h(Table, { dataSource: rows, rowKey: 'id', rowSelection: {}, pagination: false, columns: [{ dataIndex: 'name', title: '一' }] }),
  Tabs: () => h(Tabs, { items: [{ key: '1', label: '一', children: '二' }] }),
  Tag: () => h(Tag, { color: 'success' }, '一'),
  Timeline: () => h(Timeline, { items: [{ title: '一', content: '二' }] }),
  Tooltip: () => h(Tooltip, { title: '一', open: true }, h('i')),
  Typography: () => h(Typography.Paragraph, { copyable: true, ellipsis: true }, '一', h(Typography.Link, {}, '二')),
  Upload: () => h(Upload, {}, '一'),
};
