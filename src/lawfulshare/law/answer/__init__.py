"""Case meets law: one assessment with its proof."""
