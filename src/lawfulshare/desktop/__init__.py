"""The screen: Qt, and nothing else of Qt anywhere else."""
