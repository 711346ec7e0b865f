<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>level</Name>
    <UserStyle>
      <Name>level</Name>
      <Title>风险等级</Title>
      <Abstract>Risk level</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <Opacity>0.75</Opacity>
            <ColorMap type="intervals">
              <ColorMapEntry color="#FFFFFF" quantity="0.5" opacity="0"/>
              <ColorMapEntry color="#5B9BD5" quantity="1.5" opacity="1" label="低风险|Low"/>
              <ColorMapEntry color="#F7D54A" quantity="2.5" opacity="1" label="中风险|Medium"/>
              <ColorMapEntry color="#F28E2B" quantity="3.5" opacity="1" label="较高风险|Rather high"/>
              <ColorMapEntry color="#D7301F" quantity="4.5" opacity="1" label="高风险|High"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
