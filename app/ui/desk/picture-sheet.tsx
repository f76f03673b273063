import { useState } from 'react';

/** 图片: in its own proportions, turned within a place that turns with it. */
export function PictureSheet({ src, name, zoom, turns, onTrouble }: { src: string; name: string; zoom: number; turns: number; onTrouble: () => void }) {
  const [ratio, setRatio] = useState<number>();
  const isLying = turns % 2 === 1;
  const seen = (image: HTMLImageElement | null) => {
    if (image?.complete && image.naturalWidth > 0) setRatio(image.naturalWidth / image.naturalHeight);
  };
  return (
    <div className="sheet picture" style={{ '--zoom': zoom, aspectRatio: ratio ? (isLying ? 1 / ratio : ratio) : 4 / 3 } as React.CSSProperties}>
      <img
        ref={seen}
        src={src}
        alt={name}
        onLoad={(event) => seen(event.currentTarget)}
        onError={onTrouble}
        style={{ width: `${(isLying && ratio ? ratio : 1) * 100}%`, transform: `translate(-50%, -50%) rotate(${turns * 90}deg)` }}
      />
    </div>
  );
}
